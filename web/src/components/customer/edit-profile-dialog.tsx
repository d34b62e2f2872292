"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { FormFooter } from "@/components/customer/form-footer";
import { ProfileInputs } from "@/components/customer/profile-inputs";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { fieldErrorsOf } from "@/lib/api/problem";
import { customerQuery, updateCustomer } from "@/lib/api/queries";
import type { CustomerDetail, Profile } from "@/lib/api/schema";
import { changedFields, type FormValues, formValuesOf, PROFILE_FIELDS } from "@/lib/profile-fields";

const FIELDS = PROFILE_FIELDS.map(({ name }) => name);

export function EditProfileDialog({ customer }: { customer: CustomerDetail }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Pencil /> Edit
        </Button>
      </DialogTrigger>
      <DialogContent
        title="Edit profile"
        description="Only the fields you change are sent; each change is scored."
      >
        <EditForm customer={customer} onClose={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function EditForm({ customer, onClose }: { customer: CustomerDetail; onClose: () => void }) {
  const queryClient = useQueryClient();
  // The page polls on while the form is open; what counts as changed is measured against what the person saw.
  const [before] = useState(() => formValuesOf(customer.profile));
  const { register, handleSubmit, formState } = useForm<FormValues>({ defaultValues: before });
  const { mutate, isPending, error } = useMutation({
    mutationFn: (changes: Profile) => updateCustomer(customer.customer_id, changes),
    onSuccess: (updated) => {
      queryClient.setQueryData(customerQuery(customer.customer_id).queryKey, updated);
      toast.success("Saved. The new score follows in a moment.");
      onClose();
    },
  });
  const submit = (after: FormValues) => {
    const changes = changedFields(before, after);
    return Object.keys(changes).length > 0 ? mutate(changes) : onClose();
  };
  return (
    <form onSubmit={handleSubmit(submit)} noValidate className="flex min-h-0 flex-col">
      <div className="grid gap-4 overflow-y-auto px-5 py-4 sm:grid-cols-2">
        <ProfileInputs
          register={register}
          before={before}
          errors={formState.errors}
          refused={fieldErrorsOf(error)}
        />
      </div>
      <FormFooter
        action="Save changes"
        pending={isPending}
        error={error}
        fields={FIELDS}
        onCancel={onClose}
      />
    </form>
  );
}
